import Settings
import Sweeps
import Testing

@Suite("Hyperparameters one by one")
struct ConfigurationParametersTests {
    @Test("a named mapping counts as its name, with the rest below it")
    func namedMapping() {
        let configuration = Configuration([
            "optimizer": .mapping(["name": .string("adam"), "betas": .list([.double(0.9), .double(0.99)])]),
            "lr": .double(0.1),
            "data": .mapping(["source": .string("a.csv"), "split": .mapping([:])]),
        ])
        let texts = configuration.parameters.map { "\($0.name)=\($0.value)" }
        #expect(
            texts == [
                "data.source=a.csv", "data.split={}", "lr=0.1", "optimizer=adam", "optimizer.betas=[0.9, 0.99]",
            ])
    }

    @Test("a trial read back keeps the identity that was stored")
    func storedTrial() {
        let trial = Trial(configuration: Configuration(["lr": .double(0.1)]), seed: 3, data: "digits")
        let stored = Trial(
            stored: trial.configuration, seed: 3, data: "digits", identity: TrialIdentity(stored: "0123456789abcdef"))
        #expect(stored.identity.shortName == "0123456789ab")
        #expect(stored != trial)
    }
}
