"""The reader pane: one entry of the casebook, from its title down to its licence."""
