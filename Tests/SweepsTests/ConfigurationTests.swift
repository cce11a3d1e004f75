import Settings
import Sweeps
import Testing

@Suite struct ConfigurationTests {
    @Test("a dotted path names an option of a named setting, in either order")
    func dottedPaths() {
        var one = Configuration()
        one.set("optimizer", .string("adam"))
        one.set("optimizer.betas", .list([.number(0.9), .number(0.99)]))
        var other = Configuration()
        other.set("optimizer.betas", .list([.number(0.9), .number(0.99)]))
        other.set("optimizer", .string("adam"))
        #expect(one == other)
        #expect(one["optimizer.name"] == .string("adam"))
        #expect(one["optimizer.betas"] == .list([.double(0.9), .double(0.99)]))
        #expect(one["optimizer.eps"] == nil)
        #expect(one.canonicalJSON == #"{"optimizer":{"betas":[0.9,0.99],"name":"adam"}}"#)
    }

    @Test("an identity depends on hyperparameters, seed and data, and on nothing else")
    func identities() {
        let configuration = Configuration(["lr": .number(0.1), "epochs": .int(3)])
        let identity = Trial(configuration: configuration, seed: 1, data: "d").identity
        #expect(identity == Trial(configuration: configuration, seed: 1, data: "d").identity)
        #expect(identity != Trial(configuration: configuration, seed: 2, data: "d").identity)
        #expect(identity != Trial(configuration: configuration, seed: 1, data: "e").identity)
        #expect(identity != Trial(configuration: Configuration(["lr": .number(0.1)]), seed: 1, data: "d").identity)
        #expect(identity.description.count == 32)
    }
}
