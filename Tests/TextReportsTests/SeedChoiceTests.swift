import Testing

@testable import TextReports

@Suite("Seeds of a winner's sweep file")
struct SeedChoiceTests {
    @Test("its own stay as they are")
    func own() {
        #expect(SeedChoice.own.seeds(own: [7, 3]) == [7, 3])
    }

    @Test("a count takes its own first, then the smallest others")
    func first() {
        #expect(SeedChoice.first(count: 2).seeds(own: [7, 3, 5]) == [7, 3])
        #expect(SeedChoice.first(count: 5).seeds(own: [7, 2]) == [7, 2, 1, 3, 4])
    }

    @Test("fresh ones are the smallest that nobody used, however large those are")
    func fresh() {
        #expect(SeedChoice.fresh(count: 3, avoiding: [1, 2, 3]).seeds(own: [1]) == [4, 5, 6])
        #expect(SeedChoice.fresh(count: 4, avoiding: [2, 4, .max]).seeds(own: [2]) == [1, 3, 5, 6])
        #expect(SeedChoice.fresh(count: 1, avoiding: [0]).seeds(own: [0]) == [1])
        let many = SeedChoice.fresh(count: SeedChoice.counts.upperBound, avoiding: Set(1...10_000)).seeds(own: [])
        #expect(many == Array(10_001...20_000))
    }
}
