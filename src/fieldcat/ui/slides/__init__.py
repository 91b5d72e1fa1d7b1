"""What a room sees: a step of a session, made into slides and painted at any size.

From the first to the last step: `composing` says what stands on a step's slides (`slide`),
`setting` sets it in 1024×768 units and parts what is too long at the ends of sentences, `painting`
paints it, on the wall as in the small picture on the laptop. Nothing here knows of windows.
"""
