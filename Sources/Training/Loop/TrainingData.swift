public import Datasets

/// The examples of a training: those to learn from, those to choose by, those for the last word.
public struct TrainingData: Sendable {
    public var train: any ExampleSource
    public var dev: (any ExampleSource)?
    public var test: (any ExampleSource)?

    public init(train: any ExampleSource, dev: (any ExampleSource)? = nil, test: (any ExampleSource)? = nil) {
        self.train = train
        self.dev = dev
        self.test = test
    }
}
