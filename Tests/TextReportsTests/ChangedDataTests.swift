import SweepRuns
import Testing
import TextReports

@Suite("What is said of data that changed")
struct ChangedDataTests {
    @Test("it names the data and counts the trials that no longer count")
    func words() {
        #expect(
            ChangedData(names: ["a.csv"], trials: 1).sentence
                == "The data a.csv changed since 1 trial finished: it no longer counts, and is trained again on the data "
                + "as they are; 'sweep rank --all' shows what it was.")
        #expect(
            ChangedData(names: ["a.csv", "b"], trials: 4).sentence.hasPrefix(
                "The data a.csv and b changed since 4 trials finished: they no longer count, and are trained again "))
    }
}
