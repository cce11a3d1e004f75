import Analysis
import ResultsStore
import Sweeps
import Testing

@testable import SweepCommand

@Suite("Rank and best")
struct RankReportTests {
    private func report(_ sample: SampleStore, objective: Objective = Objective(), top: Int? = nil) throws -> RankReport
    {
        RankReport(
            sweep: "digits", ranking: Ranking(of: try sample.stored().outcomes, by: objective), condition: nil, top: top
        )
    }

    @Test("the table has the best first, only what varies, and what was not counted")
    func table() throws {
        let sample = try SampleStore()
        let report = try report(sample)
        #expect(
            report.text(for: .none) == """
                digits by dev_accuracy (maximize, best epoch): 3 of 5 trials finished

                rank  dev_accuracy      sd  seeds  epoch    time  optimizer                optimizer.eps  other trials  best trial
                   1        0.8750              1      1  1.50 s  adam                             1e-08  1 diverged    \(sample.trials[2].shortName)
                   2        0.6250  0.1768      2      2  1.50 s  sgd                                                   \(sample.trials[0].shortName)
                   –                            0                 evil\\u{1b}[2J, "quoted"                 1 running

                """)
        #expect(report.notes == ["Not counted: 1 running, 1 diverged."])
    }

    @Test("'--top' shows as many and says how many more there are")
    func top() throws {
        let report = try report(SampleStore(), top: 1)
        #expect(report.text(for: .none).split(separator: "\n").count == 3)
        #expect(report.notes.first == "2 more configurations not shown.")
    }

    @Test("one seed each is said to say little")
    func oneSeed() throws {
        let outcomes = try SampleStore().stored().outcomes.filter { $0.trial.seed == 1 && $0.state == .finished }
        let report = RankReport(sweep: "x", ranking: Ranking(of: outcomes, by: Objective()), condition: nil, top: nil)
        #expect(
            report.notes == ["One seed each, so how much chance decides cannot be told; 'seeds: 3' in the file would."])
        #expect(!report.text(for: .none).contains("sd"))
    }

    @Test("an empty ranking is said in words")
    func empty() throws {
        func text(_ outcomes: [TrialOutcome], _ condition: String? = nil, by objective: Objective = Objective())
            -> String
        {
            RankReport(sweep: "x", ranking: Ranking(of: outcomes, by: objective), condition: condition, top: nil)
                .text(for: .none)
        }
        #expect(text([]) == "x has no trials yet.")
        #expect(text([], "lr > 1") == "x has no trials for which lr > 1 holds.")
        let outcomes = try SampleStore().stored().outcomes
        #expect(
            text(Array(outcomes.suffix(1)))
                == "x by dev_accuracy (maximize, best epoch): none of 1 trial has finished yet (1 running).")
        #expect(
            text(Array(outcomes.prefix(1)), by: Objective(metric: "dev_loss", goal: .minimize, selection: .last))
                == "x by dev_loss (minimize, last epoch): no finished trial has a value (1 finished).")
    }

    @Test("JSON has all digits, the seeds' values and what is missing as null")
    func json() throws {
        let json = try report(SampleStore(), objective: Objective(selection: .last), top: 2).json
        #expect(json.contains(#""objective":{"goal":"maximize","metric":"dev_accuracy","select":"last"}"#))
        #expect(json.contains(#""mean":0.625,"rank":1,"sd":0.1767766952966369,"seconds":1.5,"seeds":2"#))
        #expect(json.contains(#""mean":0.3333333333333333,"rank":2,"sd":null"#))
        #expect(json.contains(#""trials":{"diverged":1,"finished":3,"running":1}"#))
    }

    @Test("the winner is shown with all its hyperparameters, and where its trials lie")
    func best() throws {
        let sample = try SampleStore()
        let ranking = Ranking(of: try sample.stored().outcomes, by: Objective())
        let best = try #require(BestReport(sweep: sample.stored(), ranking: ranking, store: "results/sweeps.sqlite"))
        #expect(
            best.text == """
                The best of digits by dev_accuracy (maximize, best epoch):

                dev_accuracy   0.8750 over 1 seed
                epoch          1
                time           1.50 s
                data           digits
                epochs         9
                optimizer      adam
                optimizer.eps  1e-08
                trials         seed 1: results/digits/trials/\(sample.trials[2].shortName)

                """)
        #expect(best.tiedCount == 0)
        #expect(BestReport(sweep: try sample.stored(), ranking: Ranking(of: [], by: Objective()), store: "") == nil)
    }
}
