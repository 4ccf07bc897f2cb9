/// Where a training stands.
public struct TrainingProgress: Hashable, Sendable {
    /// The epoch that is running, from 1.
    public let epoch: Int
    public let epochCount: Int
    /// The part of the whole training that is done, 0 … 1.
    public let fraction: Double
    /// The mean loss (cross-entropy, in nats) of the images since the last report.
    public let loss: Double

    public init(epoch: Int, epochCount: Int, fraction: Double, loss: Double) {
        self.epoch = epoch
        self.epochCount = epochCount
        self.fraction = fraction
        self.loss = loss
    }
}
