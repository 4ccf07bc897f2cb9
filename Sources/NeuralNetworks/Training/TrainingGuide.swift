/// What accompanies training from step to step: other parameters for the passes to compute with, a look at the
/// gradients, limits for what is trained.
///
/// Parameters and gradients are flat: those of all names one after the other, where `begin` says.
package protocol TrainingGuide {
    /// Told before the first step where each parameter lies, and its value.
    mutating func begin(_ ranges: [String: Range<Int>], trained: [Float]) throws(NetworkError)

    /// Returns what a pass computes with in place of the trained parameters. Its gradient moves the trained ones
    /// (the straight-through estimator of Bengio, Léonard and Courville, 2013).
    mutating func parametersSeen(_ trained: [Float], at step: TrainingStep) throws(NetworkError) -> [Float]

    /// Looks at the gradient of the loss with respect to the parameters seen, summed over the shards of a batch.
    mutating func observe(_ gradient: [[Float]], of trained: [Float], at step: TrainingStep)

    /// Moves the trained parameters after a step to where they may be.
    mutating func confine(_ trained: inout [Float], after step: TrainingStep)
}

extension TrainingGuide {
    package mutating func begin(_ ranges: [String: Range<Int>], trained: [Float]) throws(NetworkError) {}

    package mutating func parametersSeen(
        _ trained: [Float], at step: TrainingStep
    ) throws(NetworkError) -> [Float] { trained }

    package mutating func observe(_ gradient: [[Float]], of trained: [Float], at step: TrainingStep) {}

    package mutating func confine(_ trained: inout [Float], after step: TrainingStep) {}
}
