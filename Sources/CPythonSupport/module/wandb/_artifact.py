"""Artifacts: files under a name, kept as versions in the trial's folder."""
import os

from wandb._modules import Ignored


class ArtifactTTL:
    INHERIT = None


class Artifact:
    """Collects files; `log_artifact` keeps them as the next version of its name."""

    def __init__(self, name, type="unspecified", description=None, metadata=None, incremental=None, use_as=None, **others):
        self._base = str(name)
        self.type = type
        self.description = description
        self.metadata = dict(metadata or {})
        self.aliases = []
        self.tags = []
        self.ttl = None
        self._draft = None
        self._folder = None
        self.version = None

    @property
    def name(self):
        return self._base if self.version is None else self._base + ":" + self.version

    @property
    def id(self):
        return self.name

    @property
    def state(self):
        return "PENDING" if self._folder is None else "COMMITTED"

    @property
    def _place(self):
        if self._folder is not None:
            return self._folder
        if self._draft is None:
            import tempfile

            from sweep_trial import trial

            parent = os.path.join(trial.folder(), "wandb", "artifacts", ".drafts")
            os.makedirs(parent, exist_ok=True)
            self._draft = tempfile.mkdtemp(dir=parent)
        return self._draft

    def _target(self, name):
        target = os.path.normpath(os.path.join(self._place, name))
        if not (target + os.sep).startswith(os.path.normpath(self._place) + os.sep):
            raise ValueError("'%s' lies outside the artifact" % name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return target

    def add_file(self, local_path, name=None, *arguments, **options):
        import shutil

        local_path = os.fspath(local_path)
        if not os.path.isfile(local_path):
            raise ValueError("Path is not a file: %s" % local_path)
        shutil.copy(local_path, self._target(name or os.path.basename(local_path)))
        return Ignored("wandb.ArtifactManifestEntry")

    def add_dir(self, local_path, name=None, *arguments, **options):
        import shutil

        local_path = os.fspath(local_path)
        if not os.path.isdir(local_path):
            raise ValueError("Path is not a directory: %s" % local_path)
        target = self._target(name) if name else self._place
        for folder, folders, files in os.walk(local_path):
            # The trial's own folder may lie in it.
            folders[:] = [one for one in folders if os.path.realpath(os.path.join(folder, one)) != self._kept_apart()]
            place = os.path.normpath(os.path.join(target, os.path.relpath(folder, local_path)))
            os.makedirs(place, exist_ok=True)
            for one in files:
                shutil.copy(os.path.join(folder, one), os.path.join(place, one))

    def _kept_apart(self):
        from sweep_trial import trial

        return os.path.realpath(os.path.join(trial.folder(), "wandb"))

    def new_file(self, name, mode="x", encoding=None):
        """A file of that name to write to, as a context."""
        path = self._target(name)
        return open(path, mode.replace("x", "w"), encoding=encoding)

    def add(self, obj, name, *arguments, **options):
        with self.new_file(str(name) + ".txt") as file:
            file.write(repr(obj))
        return Ignored("wandb.ArtifactManifestEntry")

    def add_reference(self, uri, name=None, *arguments, **options):
        with open(self._target("references.txt"), "a") as file:
            file.write("%s\t%s\n" % (name or "", uri))
        return []

    def remove(self, item):
        import shutil

        path = self._target(str(item))
        if os.path.isdir(path):
            shutil.rmtree(path)
        else:
            os.remove(path)

    def files(self, names=None, per_page=50):
        return [_File(path, name) for name, path in self._all() if names is None or name in names]

    def _all(self):
        found = []
        for folder, _, files in os.walk(self._place):
            found += [os.path.join(folder, one) for one in files]
        return [(os.path.relpath(path, self._place), path) for path in sorted(found)]

    @property
    def size(self):
        return sum(os.path.getsize(path) for _, path in self._all())

    @property
    def file_count(self):
        return len(self._all())

    @property
    def digest(self):
        import hashlib

        sums = hashlib.md5()
        for name, path in self._all():
            sums.update(name.encode("utf-8", "surrogateescape"))
            with open(path, "rb") as file:
                for piece in iter(lambda: file.read(1 << 20), b""):
                    sums.update(piece)
        return sums.hexdigest()

    def get_path(self, name):
        return _File(self._target(str(name)), str(name))

    get_entry = get_path

    def get(self, name):
        return None

    def download(self, root=None, *arguments, **options):
        """The folder with the artifact's files."""
        if root is None:
            return self._place
        import shutil

        for name, path in self._all():
            target = os.path.join(os.fspath(root), name)
            os.makedirs(os.path.dirname(target) or os.curdir, exist_ok=True)
            shutil.copy(path, target)
        return os.fspath(root)

    checkout = download

    def file(self, root=None):
        return self.only_path(root)

    def only_path(self, root=None):
        folder = self.download(root)
        names = [name for name, _ in self._all()]
        return os.path.join(folder, names[0]) if len(names) == 1 else folder

    def wait(self, timeout=None):
        return self

    def save(self, *arguments, **options):
        from wandb import _files

        return _files.log_artifact(self, None, None, None, None)

    def is_draft(self):
        return self._folder is None

    def finalize(self):
        pass

    def delete(self, *arguments, **options):
        pass

    def logged_by(self):
        return None

    def used_by(self):
        return []

    def _keep(self, parent, aliases):
        import json

        home = os.path.join(parent, self._base.replace("/", "-").replace(":", "-"))
        os.makedirs(home, exist_ok=True)
        place = self._place
        number = sum(1 for one in os.listdir(home) if one.startswith("v") and one[1:].isdigit())
        if self._folder is None:
            while True:
                kept = os.path.join(home, "v%d" % number)
                try:
                    os.rename(place, kept)  # onto an empty folder alone
                    break
                except OSError:
                    if not os.path.exists(kept):
                        raise
                    number += 1
            self._folder, self._draft, self.version = kept, None, "v%d" % number
        aliases = [aliases] if isinstance(aliases, str) else list(aliases or [])
        self.aliases = sorted(set(self.aliases) | set(aliases) | {"latest"})
        description = {"type": self.type, "description": self.description, "metadata": self.metadata}
        for alias in self.aliases + [self.version]:
            with open(os.path.join(home, "alias-" + alias.replace("/", "-") + ".json"), "w") as file:
                json.dump(dict(description, version=self.version, aliases=self.aliases), file, default=repr)

    @classmethod
    def _kept(cls, parent, name, version):
        import json

        home = os.path.join(parent, name)
        try:
            with open(os.path.join(home, "alias-" + version + ".json")) as file:
                held = json.load(file)
        except OSError:
            return None
        artifact = cls(name, held["type"], held["description"], held["metadata"])
        artifact.version, artifact.aliases = held["version"], held["aliases"]
        artifact._folder = os.path.join(home, held["version"])
        return artifact

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        from wandb import _modules

        return _modules.ignored("wandb.Artifact." + name)

    def __repr__(self):
        return "<Artifact %s>" % self.name


class _File:
    """One file of an artifact."""

    def __init__(self, path, name):
        self.path = self.name = name
        self._path = path
        self.size = os.path.getsize(path) if os.path.exists(path) else 0

    def download(self, root=None, *arguments, **options):
        if root is None:
            return self._path
        import shutil

        target = os.path.join(os.fspath(root), self.name)
        os.makedirs(os.path.dirname(target) or os.curdir, exist_ok=True)
        return shutil.copy(self._path, target)

    local_path = property(lambda self: self._path)
