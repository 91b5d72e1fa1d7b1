"""What is handed out, on paper or as a PDF file: made from a session, set as printed entries are.

`documents` says what there is; `handout`, `plan`, `quiz_sheets`, `counts`, `questionnaire` and
`leaflet` set each; `binding` makes pages of it. Nothing here asks for or prints a person's name.
"""
