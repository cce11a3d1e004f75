import Settings
import Sweeps
import Testing

@testable import SweepFiles

@Suite("Mistakes in a sweep file")
struct SweepFileErrorTests {
    private func message(_ text: String, path: String = "a.yaml") throws -> String {
        try #require(throws: SweepFileError.self) { try SweepFile(text: text, path: path) }.description
    }

    @Test(
        "each mistake at the top level has its place, its value, the rule and the nearest right name",
        arguments: [
            ("- a\n", "a.yaml:1:1: A sweep file is a mapping of keys such as 'train' and 'parameters'."),
            ("text\n", "a.yaml:1:1: A sweep file is a mapping of keys such as 'train' and 'parameters'."),
            ("parmeters: {}\n", "a.yaml:1:1: 'parmeters': no such key; did you mean 'parameters'?"),
            (
                "seeds: 2\ntrain: {}\n lr: 1\n",
                "a.yaml:3:2: A key is expected here; check the indentation and the "
                    + "quotation marks. It belongs to the mapping that begins at 1:1."
            ),
            (
                "lr: 1\n",
                "a.yaml:1:1: 'lr': no such key; there are: command, cwd, description, early_terminate, env, grace, jobs, "
                    + "labels, max_failed, memory_limit, method, metric, metrics, name, parameters, program, resources, "
                    + "retry, run_cap, seed, seed_as, seeds, stop_signal, timeout, train, wandb, where; settings of the "
                    + "training belong in 'train' or 'parameters'."
            ),
            ("train:\n", "a.yaml:1:1: 'train': nothing is written after it; write its value or remove it."),
            ("train: digits\n", "a.yaml:1:8: 'train' is 'digits'; it must be a mapping of settings."),
            ("train: [a]\n", "a.yaml:1:8: 'train' is [a]; it must be a mapping of settings."),
            (
                "train:\n  a..b: 1\n",
                "a.yaml:2:3: 'a..b': a name has letters, digits, '_' and '-', begins with no digit, and may have dots "
                    + "between its parts."
            ),
            (
                "name: a/b\n",
                "a.yaml:1:7: 'name' is 'a/b'; a sweep's name has letters a–z, digits, '-', '_' and '.', at most 100 of "
                    + "them, and does not begin with '-' or '.'."
            ),
            (
                "name: .cache\n",
                "a.yaml:1:7: 'name' is '.cache'; a sweep's name has letters a–z, digits, '-', '_' and '.', at most 100 of "
                    + "them, and does not begin with '-' or '.'."
            ),
            (
                "name: -x\n",
                "a.yaml:1:7: 'name' is '-x'; a sweep's name has letters a–z, digits, '-', '_' and '.', at most 100 of "
                    + "them, and does not begin with '-' or '.'."
            ),
            ("name: [a]\n", "a.yaml:1:7: 'name' is [a]; it must be text."),
            ("method: grd\n", "a.yaml:1:9: 'method' is 'grd'; no such choice; did you mean 'grid'?"),
            (
                "method: custom\n",
                "a.yaml:1:9: 'method' is 'custom'; this program cannot run another's search; there are: grid, random."
            ),
            ("seeds: 0\n", "a.yaml:1:8: 'seeds' is 0; it must be a whole number from 1 to 10000."),
            ("seeds: 2.5\n", "a.yaml:1:8: 'seeds' is 2.5; it must be a whole number from 1 to 10000."),
            ("seeds: []\n", "a.yaml:1:8: 'seeds' is []; a list of seeds has from 1 to 10000."),
            ("seeds: [1, -1]\n", "a.yaml:1:12: 'seeds[1]' is -1; it must be a whole number of at least 0."),
            ("seeds: [1, 2, 1]\n", "a.yaml:1:15: 'seeds[2]' is 1; it is in the list twice."),
            ("seed: -1\n", "a.yaml:1:7: 'seed' is -1; it must be a whole number of at least 0."),
            ("run_cap: 0\n", "a.yaml:1:10: 'run_cap' is 0; it must be a whole number of at least 1."),
            ("jobs: many\n", "a.yaml:1:7: 'jobs' is 'many'; it must be a whole number from 1 to 1024."),
            ("retry: -1\n", "a.yaml:1:8: 'retry' is -1; it must be a whole number from 0 to 100."),
            ("max_failed: 0\n", "a.yaml:1:13: 'max_failed' is 0; it must be a whole number of at least 1."),
            (
                "memory_limit: 512\n",
                "a.yaml:1:15: 'memory_limit' is 512; it must be an amount of memory with its unit, such as 512MB or "
                    + "2GB, of at least 1MB."
            ),
            (
                "memory_limit: 1KB\n",
                "a.yaml:1:15: 'memory_limit' is '1KB'; it must be an amount of memory with its unit, such as 512MB or "
                    + "2GB, of at least 1MB."
            ),
            (
                "timeout: 90\n",
                "a.yaml:1:10: 'timeout' is 90; it must be a time above 0 with its unit, such as 90s, 10m or 2h, of at "
                    + "most a year."
            ),
            (
                "timeout: 0s\n",
                "a.yaml:1:10: 'timeout' is '0s'; it must be a time above 0 with its unit, such as 90s, 10m or 2h, of at "
                    + "most a year."
            ),
            (
                "timeout: 1e300h\n",
                "a.yaml:1:10: 'timeout' is '1e300h'; it must be a time above 0 with its unit, such as 90s, 10m or 2h, of "
                    + "at most a year."
            ),
            ("metric: [dev_loss]\n", "a.yaml:1:9: 'metric' is [dev_loss]; it must be text."),
            ("metric: {name: {}}\n", "a.yaml:1:16: 'metric.name' is {}; it must be text."),
            (
                "metric: {goal: maximise}\n",
                "a.yaml:1:16: 'metric.goal' is 'maximise'; no such choice; did you mean 'maximize'?"
            ),
            ("metric: {selct: best}\n", "a.yaml:1:10: 'metric.selct': no such key; did you mean 'select'?"),
            ("metric: {target: high}\n", "a.yaml:1:18: 'metric.target' is 'high'; it must be a number."),
            ("where: lr <\ntrain: {lr: 1}\n", "a.yaml:1:12: 'where': a value is missing after '<'."),
            (
                "where: 'l_r < 1'\nparameters: {lr: [1, 2]}\n",
                "a.yaml:1:9: 'where': 'l_r': no such hyperparameter in this sweep; did you mean 'lr'?"
            ),
            (
                "where: >\n  lr < 1 and\n  l_r < 1\nparameters: {lr: [1, 2]}\n",
                "a.yaml:1:8: 'where': column 12 of 'lr < 1 and l_r < 1\n': 'l_r': no such hyperparameter in this sweep; "
                    + "did you mean 'lr'?"
            ),
            ("where: [a]\n", "a.yaml:1:8: 'where' is [a]; it must be text."),
        ])
    func topLevel(text: String, message: String) throws {
        #expect(try self.message(text) == message)
    }

    @Test(
        "what W&B's files have and this version cannot do is refused, not ignored",
        arguments: [
            ("metrics: [{}, {}]\n", "a.yaml:1:1: 'metrics': a sweep has one objective; write it as 'metric'."),
            (
                "job: x\n",
                "a.yaml:1:1: 'job': W&B Launch jobs cannot be run here; use 'train', or name the script as 'program'."
            ),
            (
                "image_uri: x\n",
                "a.yaml:1:1: 'image_uri': W&B Launch jobs cannot be run here; use 'train', or name the script as 'program'."
            ),
            ("kind: job\n", "a.yaml:1:1: 'kind': the only kind of file is 'sweep'."),
            (
                "scheduler: {engine: optuna}\n",
                "a.yaml:1:1: 'scheduler': the only engine that can be accepted is 'wandb'."
            ),
            (
                "scheduler: {source: x}\n",
                "a.yaml:1:1: 'scheduler': 'source' belongs to another engine's search, which cannot be run here."
            ),
        ])
    func notYet(text: String, message: String) throws {
        #expect(try self.message(text) == message)
    }

    @Test(
        "settings that would silently undo each other are refused, with both places",
        arguments: [
            (
                "train: {lr: 1}\nparameters: {lr: [1, 2]}\n",
                "a.yaml:2:14: 'lr' is written in 'train' and in 'parameters', here and at 1:9; keep one."
            ),
            (
                "train: {decay: {name: step, gamma: 1}}\nparameters: {decay.gamma: [1, 2]}\n",
                "a.yaml:2:14: 'decay.gamma' is written in 'train' and in 'parameters', here and at 1:9; keep one."
            ),
            (
                "train: {decay: {name: step, gamma: 1}, decay.gamma: 2}\n",
                "a.yaml:1:40: 'decay.gamma' is written twice, here and at 1:9; keep one."
            ),
            (
                "train: {lr: 1, lr.min: 2}\n",
                "a.yaml:1:16: 'lr.min' reaches into 'lr', which is 1 at 1:13; only a name alone can be extended so."
            ),
            (
                "parameters:\n  decay: [step, {name: cosine}]\n  decay.gamma: [1]\n",
                "a.yaml:3:3: 'decay.gamma' reaches into 'decay', which is {name: cosine} at 2:17; only a name alone can "
                    + "be extended so."
            ),
            (
                "parameters:\n  lr: [1]\n  optimizer: {choices: {adam: {lr: [1]}}}\n",
                "a.yaml:3:32: 'lr' is written twice, here and at 2:3; keep one."
            ),
            (
                "parameters:\n  a: {parameters: {b: [1]}}\n  a.b: [1]\n",
                "a.yaml:3:3: 'a.b' is written twice, here and at 2:20; keep one."
            ),
        ])
    func contradictions(text: String, message: String) throws {
        #expect(try self.message(text) == message)
    }

    @Test(
        "settings that do not meet in one configuration are no contradiction",
        arguments: [
            "train: {lr: 1}\nparameters: {optimizer: {choices: {sgd: {lr: [1, 2]}, adam: {}}}}",
            "train: {lr: 1}\nparameters: [{lr: [1, 2]}, {hidden: [[8], [9]]}]",
            "parameters: {optimizer: {choices: {sgd: {lr: [1]}, adam: {lr: [2]}}}}",
            "parameters: [{decay: [{name: step}]}, {decay: [step], decay.gamma: [1]}]",
            "train: {optimizer: {name: adam, eps: 1e-7}}\nparameters: {optimizer.betas: [[0.9, 0.99]]}",
            "parameters: {optimizer.beta: [0.9], optimizer: [momentum]}",
        ])
    func noContradictions(text: String) throws {
        #expect(throws: Never.self) { try SweepFile(text: text, path: "a.yaml") }
    }

    @Test("all mistakes come at once, in the order of the file")
    func several() throws {
        let error = try #require(throws: SweepFileError.self) {
            try SweepFile(
                text: "where: x == 1\nseeds: none\nparameters:\n  lr: []\n  n: {min: 1}\njobs: 0\n", path: "b/a.yaml")
        }
        #expect(
            error.description == """
                b/a.yaml:2:8: 'seeds' is 'none'; it must be a whole number from 1 to 10000.
                b/a.yaml:4:7: 'lr' is []; a parameter needs at least one value; for the value [] itself write [[]].
                b/a.yaml:5:3: 'n': a parameter between bounds needs 'max'.
                b/a.yaml:6:7: 'jobs' is 0; it must be a whole number from 1 to 1024.
                """)
        #expect(error.position == SourcePosition(line: 2, column: 8))
        #expect(error.message == "'seeds' is 'none'; it must be a whole number from 1 to 10000.")
        #expect(error.path == "b/a.yaml")
    }

    @Test("of very many mistakes the first are shown and the others counted")
    func many() throws {
        let lines = try message((1...30).map { "key\($0): 1\n" }.joined()).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines[20] == "a.yaml: There are 10 more mistakes.")
    }

    @Test("a file whose name cannot name a sweep needs a name inside")
    func fileName() throws {
        #expect(
            try message("seeds: 1\n", path: "my sweep.yaml")
                == "my sweep.yaml: The file's name would name the sweep 'my sweep', but a sweep's name has letters a–z, "
                + "digits, '-', '_' and '.', at most 100 of them, and does not begin with '-' or '.'; write 'name'.")
        #expect(try SweepFile(text: "name: b", path: "my sweep.yaml").sweep.name == "b")
        #expect(try SweepFile(text: "name: 2024.10", path: "a.yaml").sweep.name == "2024.10")
        #expect(try message("seeds: 1", path: "a/.hidden").hasSuffix("does not begin with '-' or '.'; write 'name'."))
    }
}
