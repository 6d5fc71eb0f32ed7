"""The model that comes with Colloquy, so that its demo can be transcribed without a network."""

from pathlib import Path

# the checkpoint that comes with the demo; it knows the demo's synthetic voices and nothing else
DEMO_MODEL = "tiny-consultation"
DEMO_FOLDER = Path(__file__).parents[2] / "demo" / "model"


def model_place(model: str) -> str:
    """What to ask an engine for: the bundled model by its folder, any other as it is named."""
    return str(DEMO_FOLDER) if model == DEMO_MODEL else model
