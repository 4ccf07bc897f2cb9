/// Which of a data set's test images a certificate is about.
public enum ImageChoice: String, Codable, Hashable, Sendable, CaseIterable {
    /// Some, drawn by a hash of the registration: known to nobody before the model was registered.
    case chosen
    /// All of them.
    case all
}
