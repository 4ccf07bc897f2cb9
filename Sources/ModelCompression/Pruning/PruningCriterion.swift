/// By what weights are chosen to be removed, the lowest score first.
public enum PruningCriterion: String, Hashable, CaseIterable, Codable, Sendable {
    /// `|w|`.
    case magnitude
    /// `|w| · √(mean of g²)`, g the loss's gradient on training images. Unlike magnitude this sees that a weight on a
    /// pixel that is always dark does nothing.
    case saliency
    /// `−Σ w · g` over the steps of a training, g the loss's gradient at that step: weights that move away from zero
    /// stay (Sanh, Wolf and Rush, *Movement Pruning*, 2020). There are no such scores without training.
    case movement
    /// Uniformly random scores: the control that every other criterion has to beat.
    case random
}
