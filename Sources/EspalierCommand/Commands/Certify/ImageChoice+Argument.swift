public import ArgumentParser
public import Espalier

extension ImageChoice: ExpressibleByArgument {}
