/// Why a file is no grid of recipes.
public enum RecipeGridError: Error, Hashable, CustomStringConvertible {
    case notAnObject
    case unknownChoice(String)
    case noValues(String)
    case badValue(String)
    /// A recipe of the grid cannot be made of the images.
    case flaw(String)
    case tooMany

    public var description: String {
        switch self {
        case .notAnObject: "a grid is a JSON object of choices and their values, as in {\"hidden\": [8, 12]}"
        case .unknownChoice(let name):
            "recipes have no choice of the name \(name.debugDescription); see espalier sweep --help"
        case .noValues(let name): "\(name) has no values"
        case .badValue(let name): "a value of \(name) is not of the kind that the choice takes"
        case .flaw(let flaw): flaw
        case .tooMany: "the grid has more than \(RecipeGrid.limit) recipes"
        }
    }
}
