public import NeuralNetworks

/// Images to train on and images to test with.
public struct Dataset: Hashable, Sendable {
    public let name: String
    public let train: LabeledImages
    public let test: LabeledImages
    /// Where the images came from, for reports: a directory, a package, a seed.
    public let origin: String

    public init(name: String, train: LabeledImages, test: LabeledImages, origin: String) {
        self.name = name
        self.train = train
        self.test = test
        self.origin = origin
    }
}
