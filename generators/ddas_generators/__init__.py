"""Build side of the DDAS toolkit: from LinkML model to committed artefacts. Needs the extra ``build``."""
