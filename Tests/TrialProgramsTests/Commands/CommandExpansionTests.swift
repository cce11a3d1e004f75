import Foundation
import Settings
import Sweeps
import Testing

@testable import TrialPrograms

struct CommandExpansionTests {
    private static let configuration = Configuration([
        "lr": 1e-5, "amp": true, "deep": false, "tag": .null, "units": [64, 32], "net": ["width": 7, "name": "a"],
        "model.dim": 3,
    ])

    private func expansion(
        _ command: [String], program: String? = "train.py", configuration: Configuration = Self.configuration,
        seed: Int? = nil, seedName: String? = nil, environment: [String: String] = ["PATH": "/nowhere"],
        decimals: [String: [DecimalNumbers]] = [:]
    ) -> CommandExpansion {
        var said = SweepProgram(program: program)
        said.command = command
        said.seedName = seedName
        said.decimals = decimals
        return CommandExpansion(
            said, configuration: configuration, seed: seed, environment: environment, folder: "/",
            configurationFile: "/trial/configuration.json")
    }

    @Test func `without a command the script gets each parameter as an argument, sorted by name`() {
        let expansion = expansion(SweepProgram.usualCommand)
        #expect(
            expansion.arguments == [
                "/usr/bin/env", "python", "train.py", "--amp=True", "--deep=False", "--lr=1e-05", "--model.dim=3",
                "--net={'name': 'a', 'width': 7}", "--tag=None", "--units=[64, 32]",
            ])
        #expect(expansion.interpreter == "python")
        #expect(expansion.notes.isEmpty)
    }

    @Test(
        arguments: [
            ("${args_no_equals}", ["--a", "1", "--b", "True", "--c", "False"]),
            ("${args_no_hyphens}", ["a=1", "b=True", "c=False"]),
            ("${args_no_boolean_flags}", ["--a=1", "--b"]),
            ("${args_json}", [#"{"a": 1, "b": true, "c": false}"#]),
            ("${args_json_file}", ["/trial/configuration.json"]),
            ("${args_append_hydra}", ["+a=1", "+b=True", "+c=False"]),
            ("${args_override_hydra}", ["++a=1", "++b=True", "++c=False"]),
            ("${program}", ["train.py"]), ("${env}", ["/usr/bin/env"]), ("14", ["14"]), ("0.50", ["0.50"]), ("", [""]),
            ("--x=${args}", ["--x=${args}"]), ("${now:%Y}_${oc.env:X}", []), ("x${now:%Y}", ["x${now:%Y}"]),
        ] as [(String, [String])])
    func `each macro gives the arguments that W&B gives`(item: String, arguments: [String]) {
        let configuration = Configuration(["a": 1, "b": true, "c": false])
        #expect(expansion([item], configuration: configuration).arguments == arguments)
    }

    @Test func `variables are filled in anywhere, and one that is not set stands for its name`() {
        let set = ["HOME": "/root", "MACRO": "${program}", "EMPTY": ""]
        func item(_ text: String) -> [String] { expansion([text], environment: set).arguments }
        #expect(item("--root=${envvar:HOME}/x:${envvar:EMPTY}") == ["--root=/root/x:"])
        #expect(item("${envvar:HOME}") == ["/root"])
        #expect(item("${envvar:MACRO}") == ["${program}"])
        #expect(item("${envvar:HOME}${program}") == ["/root${program}"])
        #expect(item("a${envvar:lower}") == ["a${envvar:lower}"])
        let unset = expansion(["--x=${envvar:MISSING}"], environment: set)
        #expect(unset.arguments == ["--x=MISSING"])
        #expect(
            unset.notes == [
                "The variable MISSING is not set, so that '--x=${envvar:MISSING}' is passed as '--x=MISSING', as W&B does."
            ])
    }

    @Test func `an item that is no macro is left out with a note, and one inside another item stays with a note`() {
        let expansion = expansion(
            ["python", "--lr", "${lr}", "--bs=${bs}", "d=${now:%Y}_"],
            configuration: Configuration(["bs": 64, "lr": 0.5]))
        #expect(expansion.arguments == ["python", "--lr", "--bs=${bs}", "d=${now:%Y}_"])
        #expect(
            expansion.notes == [
                "'${lr}' is no macro; W&B leaves it out, and so it is here.",
                "'--bs=${bs}' is passed as it is: '${bs}' is filled in only where it stands alone.",
            ])
    }

    @Test func `the seed goes by the name that the file gives it`() {
        let configuration = Configuration(["z": 1])
        let named = expansion(["${args}"], configuration: configuration, seed: 3, seedName: "random_state")
        #expect(named.arguments == ["--random_state=3", "--z=1"])
        #expect(expansion(["${args}"], configuration: configuration, seed: 3).arguments == ["--z=1"])
    }

    @Test func `whole numbers that the file writes as decimals stay decimals`() {
        let configuration = Configuration([
            "drawn": 2, "listed": 1, "other": 3, "betas": [1, 2, 0.5], "net": ["rate": 1, "width": 8],
        ])
        let expansion = expansion(
            ["${args}", "${args_json}"], configuration: configuration,
            decimals: [
                "drawn": [.all], "listed": [DecimalNumbers(value: 1, places: [true])],
                "other": [DecimalNumbers(value: 1, places: [true])],
                "betas": [DecimalNumbers(value: [1, 2, 0.5], places: [true, false])], "net.rate": [.all],
            ])
        #expect(
            expansion.arguments == [
                "--betas=[1.0, 2, 0.5]", "--drawn=2.0", "--listed=1.0", "--net={'rate': 1.0, 'width': 8}", "--other=3",
                #"{"betas": [1.0, 2, 0.5], "drawn": 2.0, "listed": 1.0, "net": {"rate": 1.0, "width": 8}, "other": 3}"#,
            ])
    }

    @Test func `a value is one argument whatever it holds`() {
        let value = "a b; $(rm -rf x) 'q' \"q\"\n--lr=2 \u{1}"
        let arguments = expansion(["${args}"], configuration: Configuration(["text": .string(value)])).arguments
        #expect(arguments == ["--text=" + value])
    }

    @Test func `the configuration is the object that the JSON macro gives`() {
        var program = SweepProgram(program: nil)
        program.seedName = "seed"
        let json = CommandExpansion.configurationJSON(program, configuration: Self.configuration, seed: 2)
        #expect(
            json == #"{"amp": true, "deep": false, "lr": 1e-05, "model.dim": 3, "net": {"name": "a", "width": 7}, "#
                + #""seed": 2, "tag": null, "units": [64, 32]}"#)
    }
}

struct MissingProgramTests {
    private func withFolder(_ files: [String: Bool], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "missing-\(UUID().uuidString)").path
        for (name, isExecutable) in files {
            let path = "\(folder)/\(name)"
            try FileManager.default.createDirectory(
                atPath: URL(filePath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
            try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes(
                [.posixPermissions: isExecutable ? 0o755 : 0o644], ofItemAtPath: path)
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test func `the interpreter is python3 only where there is no python`() throws {
        try withFolder(["both/python": true, "both/python3": true, "three/python3": true]) { folder in
            func interpreter(_ path: String) -> String? {
                CommandExpansion(
                    SweepProgram(program: "a.py"), configuration: Configuration(), seed: nil,
                    environment: ["PATH": "\(folder)/\(path)"], folder: folder, configurationFile: ""
                ).interpreter
            }
            #expect(interpreter("both") == "python")
            #expect(interpreter("three") == "python3")
            #expect(interpreter("none") == "python")
        }
    }

    @Test func `what is not there is said with what can be done`() throws {
        try withFolder(["bin/python3": true, "train.py": false, "tool.sh": true, "plain.sh": false]) { folder in
            func missing(_ command: [String], _ program: String? = "train.py", path: String = "bin") -> String? {
                var said = SweepProgram(program: program)
                said.command = command
                return said.missing(in: folder, environment: ["PATH": path])
            }
            let usual = SweepProgram.usualCommand
            #expect(missing(usual) == nil)
            #expect(
                missing(usual, "other.py")
                    == "The program 'other.py' is not in '\(folder)'; name the script that trials run, or its folder as "
                    + "'cwd'.")
            #expect(
                missing(usual, path: "nowhere")
                    == "There is no 'python' on the PATH; install Python (on Debian and Ubuntu: apt install python3).")
            #expect(
                missing(["python", "${program}"])
                    == "There is no 'python' on the PATH; write '${interpreter}' in its place, which is 'python3' here."
            )
            #expect(missing(["${env}", "${program}"], "./tool.sh") == nil)
            #expect(
                missing(["${program}"], "plain.sh")
                    == "'plain.sh' cannot be started as it is; make it executable (chmod +x) and name it './plain.sh', or "
                    + "write '${interpreter}' before it in 'command'.")
            #expect(
                missing(["${env}", "A=1", "torchrun"])
                    == "There is no 'torchrun' on the PATH; install it, or name it with its folder.")
            #expect(missing(["${lr}"]) == "The command is empty: none of its items comes to anything.")
        }
    }
}
