"""Pictures, tables and the like: programs make them and log them; none of them is a metric."""


class Media:
    """Keeps what it was made of."""

    def __init__(self, *arguments, **options):
        self._arguments = arguments
        self.__dict__.update({name: value for name, value in options.items() if not hasattr(type(self), name)})

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return None


class Image(Media):
    def __init__(self, data_or_path=None, mode=None, caption=None, grouping=None, classes=None, boxes=None, masks=None, **others):
        super().__init__(data_or_path, mode=mode, caption=caption, grouping=grouping, **others)
        self.image = data_or_path


class Video(Media):
    pass


class Audio(Media):
    pass


class Html(Media):
    pass


class Object3D(Media):
    @classmethod
    def from_file(cls, *arguments, **options):
        return cls(*arguments, **options)

    from_numpy = from_point_cloud = from_file


class Molecule(Media):
    @classmethod
    def from_rdkit(cls, *arguments, **options):
        return cls(*arguments, **options)

    from_smiles = from_rdkit


class Plotly(Media):
    @classmethod
    def make_plot_media(cls, value):
        return cls(value)


class Graph(Media):
    @classmethod
    def from_keras(cls, model):
        return cls(model)


class Classes(Media):
    pass


class BoundingBoxes2D(Media):
    pass


class ImageMask(Media):
    pass


class Bokeh(Media):
    pass


class JoinedTable(Media):
    pass


class Histogram(Media):
    MAX_LENGTH = 512

    def __init__(self, sequence=None, np_histogram=None, num_bins=64):
        if np_histogram is not None:
            self.histogram, self.bins = list(np_histogram[0]), list(np_histogram[1])
        else:
            values = [float(value) for value in sequence] if isinstance(sequence, (list, tuple)) else []
            self.bins = [min(values), max(values)] if values else []
            self.histogram = [len(values)] if values else []


class Table(Media):
    """Rows under names of columns."""

    MAX_ROWS = 10000

    def __init__(self, columns=None, data=None, rows=None, dataframe=None, dtype=None, optional=True, **others):
        if dataframe is not None:
            self.columns = [str(name) for name in dataframe.columns]
            self.data = [list(row) for row in dataframe.values.tolist()]
        elif data is not None and hasattr(data, "columns"):
            self.columns = [str(name) for name in data.columns]
            self.data = [list(row) for row in data.values.tolist()]
        else:
            source = data if data is not None else rows
            source = source.tolist() if hasattr(source, "tolist") else source
            self.data = [list(row) for row in source] if source is not None else []
            self.columns = list(columns) if columns is not None else ["Input", "Output", "Expected"]

    def add_data(self, *row):
        if len(row) != len(self.columns):
            raise ValueError(
                "This table expects %d columns: %s, found %d" % (len(self.columns), self.columns, len(row))
            )
        self.data.append(list(row))

    def add_row(self, *row):
        self.add_data(*row)

    def add_column(self, name, data, optional=False):
        data = list(data)
        if self.data and len(data) != len(self.data):
            raise ValueError("column '%s' has %d values for %d rows" % (name, len(data), len(self.data)))
        if not self.data:
            self.columns, self.data = [], [[] for _ in data]
        self.columns.append(name)
        for row, value in zip(self.data, data):
            row.append(value)

    def add_computed_columns(self, function):
        for index, row in enumerate(self.data):
            for name, value in function(index, dict(zip(self.columns, row))).items():
                if name not in self.columns:
                    self.columns.append(name)
                row.append(value)

    def get_column(self, name, convert_to=None):
        index = self.columns.index(name)
        values = [row[index] for row in self.data]
        if convert_to == "numpy":
            import numpy

            return numpy.array(values)
        return values

    def get_index(self):
        return list(range(len(self.data)))

    def get_dataframe(self):
        import pandas

        return pandas.DataFrame.from_records(self.data, columns=self.columns)

    def iterrows(self):
        for index, row in enumerate(self.data):
            yield index, row

    def __len__(self):
        return len(self.data)


class EvalTable(Table):
    pass


class Chart(Media):
    """What the functions of wandb.plot give."""


def box3d(*arguments, **options):
    return Media(*arguments, **options)
