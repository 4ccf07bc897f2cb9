/// By what weights are chosen to be removed, the lowest first.
public enum PruningCriterion: String, Hashable, CaseIterable, Sendable {
    /// `|w|`.
    case magnitude
    /// `|w| · √(mean of g²)`, g the loss's gradient on training images.
    case saliency
}
