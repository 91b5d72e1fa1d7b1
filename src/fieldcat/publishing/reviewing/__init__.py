"""Looking at a workspace as a careful editor would: what a build does not ask for.

Each rule is a pure function of the workspace that was read, in a module of its own;
``reviewing.review`` holds the table of them.
"""
