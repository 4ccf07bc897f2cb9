extension DatasetSource {
    /// Brings what the source has into directories of this machine and returns those to search.
    ///
    /// - Parameters:
    ///   - files: those that are still wanted.
    ///   - scratch: an empty directory of the caller's.
    func gather(
        _ files: [CatalogEntry.File], scratch: String
    ) throws(ChildProcessError) -> String {
        switch self {
        case .directory(let path):
            return path
        case .mirror(let address):
            for file in files { try Self.download(file, from: address, into: scratch) }
        case .pythonPackage(let name, let version):
            try Self.downloadPythonPackage("\(name)==\(version)", into: scratch)
        case .debianPackage(let name):
            try Self.downloadDebianPackage(name, into: scratch)
        }
        return scratch
    }

    private static func download(
        _ file: CatalogEntry.File, from address: String, into scratch: String
    ) throws(ChildProcessError) {
        try ChildProcess(
            "curl",
            [
                "--fail", "--location", "--silent", "--show-error", "--proto", "=https",
                "--connect-timeout", "3", "--speed-limit", "1000", "--speed-time", "10",
                "--max-time", "120", "--max-filesize", "\(file.byteCount)",
                "--output", "\(scratch)/\(file.name).gz", "\(address)/\(file.name).gz",
            ], timeout: 125
        ).run()
    }

    /// pip unpacks a source package before it looks at its metadata, so the files are there even where
    /// the metadata is broken and pip ends with an error.
    private static func downloadPythonPackage(
        _ requirement: String, into scratch: String
    ) throws(ChildProcessError) {
        let arguments = [
            "download", "--no-clean", "--no-deps", "--no-binary", ":all:", "--no-input", "--retries", "1",
            "--timeout", "10", "--disable-pip-version-check", "--dest", scratch, requirement,
        ]
        var failure = ChildProcessError.notInstalled("pip")
        for (program, prefix) in [("pip", []), ("pip3", []), ("python3", ["-m", "pip"])] {
            var pip = ChildProcess(program, prefix + arguments, timeout: 90)
            pip.environment["TMPDIR"] = scratch
            do {
                return try pip.run()
            } catch {
                if case .notInstalled = error { continue }
                failure = error
                if DirectorySearch.hasFile(below: scratch, suffix: "ubyte") { return }
            }
        }
        throw failure
    }

    private static func downloadDebianPackage(
        _ name: String, into scratch: String
    ) throws(ChildProcessError) {
        var download = ChildProcess("apt-get", ["download", name], timeout: 120)
        download.workingDirectory = scratch
        try download.run()
        for package in DirectorySearch.files(below: scratch, suffix: ".deb") {
            try ChildProcess("dpkg-deb", ["-x", package, scratch], timeout: 60).run()
        }
    }
}
