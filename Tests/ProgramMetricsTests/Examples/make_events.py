"""Writes events.out.tfevents.example: scalars as plain floats by tensorboardX, and as tensors by tensorboard.

pip install tensorboard==2.21.0 tensorboardX==2.6.5; python make_events.py
"""
import glob, os, shutil, struct, tempfile

import numpy as np
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, types_pb2
from tensorboard.plugins.scalar.summary_v2 import scalar_pb
from tensorboard.summary.writer.event_file_writer import EventFileWriter
from tensorboardX import SummaryWriter

folder = tempfile.mkdtemp()
writer = SummaryWriter(folder)
for step in range(1, 6):
    writer.add_scalar("val/acc", 0.1 * step, step, walltime=1796065841.25 + step)
writer.add_scalar("loss", float("nan"), 6, walltime=1796065850)
writer.add_text("notes", "no scalar", 6)
writer.add_histogram("weights", np.arange(100.0), 6)
writer.close()
tensors = tempfile.mkdtemp()
writer = EventFileWriter(tensors)
for step in range(3):
    summary = scalar_pb("epoch_loss", 1.0 / (step + 3))
    if step:
        summary.value[0].ClearField("metadata")
    writer.add_event(event_pb2.Event(wall_time=1796065900.5, step=step, summary=summary))
kinds = {"double": (types_pb2.DT_DOUBLE, struct.pack("<d", 0.1)), "half": (types_pb2.DT_HALF, struct.pack("<e", 0.1)),
         "bfloat16": (types_pb2.DT_BFLOAT16, struct.pack("<f", 0.1)[2:]), "whole": (types_pb2.DT_INT64, struct.pack("<q", -7))}
for tag, (kind, content) in kinds.items():
    tensor = tensor_pb2.TensorProto(dtype=kind, tensor_content=content)
    value = summary_pb2.Summary.Value(tag=tag, tensor=tensor)
    writer.add_event(event_pb2.Event(wall_time=1796065901, step=2**40, summary=summary_pb2.Summary(value=[value])))
writer.close()
with open("events.out.tfevents.example", "wb") as out:
    for part in [folder, tensors]:
        for path in sorted(glob.glob(os.path.join(part, "*tfevents*"))):
            out.write(open(path, "rb").read())
        shutil.rmtree(part)
