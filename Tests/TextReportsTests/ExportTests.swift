import ResultsStore
import SampleSweeps
import Settings
import SweepViews
import Sweeps
import Testing

@testable import TextReports

@Suite("Export and query")
struct ExportTests {
    @Test("a row per trial, with hyperparameters as columns and quoted where they must be")
    func trials() throws {
        let sample = try SampleStore()
        let lines = TrialExport(view: try sample.view()).csv.split(separator: "\n")
        #expect(
            lines[0] == "trial,configuration,seed,data,epochs,optimizer,optimizer.eps,state,best_dev_accuracy,"
                + "last_dev_accuracy,best_epoch,seconds")
        #expect(
            lines[3] == "\(sample.trials[2].shortName),2,1,digits,9,adam,1e-08,finished,0.875,0.3333333333333333,1,1.5")
        #expect(
            lines[5]
                == "\(sample.trials[4].shortName),3,1,digits,9,\"evil\u{1b}[2J, \"\"quoted\"\"\",,running,0.1,0.1,1,")
        #expect(TrialExport(view: try sample.view()).json.contains(#""best":0.9,"best_epoch":1"#))
    }

    @Test("a row per value, by trial and step, with all digits")
    func values() throws {
        let sample = try SampleStore()
        let view = try sample.view()
        let export = MetricExport(view: view, metrics: ["dev_accuracy"])
        func series(_ trial: Int) throws -> SweepView.Series {
            try #require(
                try view.series(of: view.trials[trial], metrics: ["dev_accuracy"], in: sample.store).first?.series)
        }
        #expect(export.csvHeader == "trial,configuration,seed,state,metric,step,epoch,value\n")
        let name = sample.trials[2].shortName
        #expect(
            try export.csv("dev_accuracy", series(2), of: view.trials[2]) == """
                \(name),2,1,finished,dev_accuracy,10,1,0.875
                \(name),2,1,finished,dev_accuracy,20,2,0.3333333333333333

                """)
        #expect(try export.csv("dev_accuracy", series(3), of: view.trials[3]).hasSuffix(",dev_accuracy,20,2,nan\n"))
        #expect(
            try export.json("dev_accuracy", series(3), of: view.trials[3]).hasSuffix(
                #""step":20,"trial":"\#(sample.trials[3].shortName)","value":"nan"}"#))
    }

    @Test(
        "fields are quoted as RFC 4180 says",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
            ("a\r\nb", "\"a\r\nb\""), ("", ""), (" a", "\" a\""),
        ])
    func quoting(field: String, quoted: String) {
        #expect(CSVText.record([field, "x"]) == quoted + ",x\n")
    }

    @Test("a query's answer is a table with NULL, or JSON with null")
    func query() throws {
        let result = try SampleStore().store.readOnlyQuery("SELECT 'a' AS t, 1.5 AS n UNION ALL SELECT NULL, NULL")
        #expect(QueryReport(result: result).text(for: .none) == "t        n\na      1.5\nNULL  NULL\n")
        #expect(QueryReport(result: result).json == #"[{"n":1.5,"t":"a"},{"n":null,"t":null}]"#)
    }
}
