/// How a network is trained. The learning rate falls linearly to zero over all epochs.
public struct TrainingOptions: Hashable, Sendable {
    public var epochs: Int
    /// Images per step of the optimiser.
    public var batchSize: Int
    /// Adam's step size at the start.
    public var learningRate: Float
    /// Every image is moved by up to this many pixels along each axis, anew in each epoch.
    public var shiftDistance: Int

    /// - Precondition: positive epochs, batch size and learning rate; the distance is not negative.
    public init(epochs: Int, batchSize: Int = 128, learningRate: Float = 0.004, shiftDistance: Int = 1) {
        self.epochs = epochs
        self.batchSize = batchSize
        self.learningRate = learningRate
        self.shiftDistance = shiftDistance
        checkRanges()
    }

    func checkRanges() {
        precondition(epochs > 0 && batchSize > 0, "training has epochs and batches of images")
        precondition(learningRate > 0 && shiftDistance >= 0, "rates are positive, distances not negative")
    }

    /// Enough for 98.7 % of the MNIST test images with 784–128–10.
    public static let `default` = TrainingOptions(epochs: 15)
}
