import Foundation

/// Shell programs that trials run in tests.
enum TrialScripts {
    /// Reports a loss at each of so many steps, checkpoints after each, and goes on from there; what it measures depends on
    /// its arguments alone.
    static func resuming(steps: Int, pause: Double) -> String {
        """
        for setting in "$@"; do case $setting in *=*) eval "${setting%%=*}=\\${setting#*=}" ;; esac; done
        step=0
        if [ -f "$SWEEP_CHECKPOINT_DIR/step" ]; then step=$(cat "$SWEEP_CHECKPOINT_DIR/step"); fi
        while [ "$step" -lt \(steps) ]; do
          step=$((step + 1))
          echo "{\\"step\\": $step, \\"loss\\": $((lr * 1000 - step * 7 + seed)), \\"accuracy\\": 0.$((step + lr))}" >> "$SWEEP_METRICS"
          echo "$step" > "$SWEEP_CHECKPOINT_DIR/new" && mv "$SWEEP_CHECKPOINT_DIR/new" "$SWEEP_CHECKPOINT_DIR/step"
          sleep \(pause)
        done
        """
    }

    /// A sweep of the script `trial.sh`, with these learning rates, which are whole numbers, and other keys.
    static func file(_ learningRates: [Int] = [1, 2, 3], _ keys: String = "") -> String {
        """
        program: trial.sh
        command: [sh, "${program}", "${args_no_hyphens}"]
        method: grid
        metric: {name: loss, goal: minimize}
        seeds: 1
        \(keys)
        parameters: {lr: \(learningRates)}

        """
    }
}

extension Program {
    /// Writes a sweep of programs: `trial.yaml` and `trial.sh`.
    func write(script: String, _ file: String = TrialScripts.file()) throws {
        try write(script, to: "trial.sh")
        try write(file, to: "trial.yaml")
    }

    /// The numbers of the processes whose command line has this word.
    static func processes(running word: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return line.split(separator: 0).contains(Data(word.utf8)) && OtherProcess(process).isAlive
        }
    }

    /// Whether none of them is left, now or soon.
    static func areGone(_ word: String) async throws -> Bool {
        for _ in 0..<250 {
            if processes(running: word).isEmpty { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    /// A query's rows without its heading, with single spaces.
    func rows(_ query: String) async throws -> [String] {
        let lines = try await self("query", query).output.split(separator: "\n").dropFirst()
        return lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
}
