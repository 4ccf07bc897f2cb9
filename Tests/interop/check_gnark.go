// Verify with gnark what Espalier has proved.
//
//	export ESPALIER_INTEROPERABILITY=$(mktemp -d)
//	swift test -c release --disable-testable-imports --filter InteroperabilityTests.writeFiles
//	go run Tests/interop/check_gnark.go "$ESPALIER_INTEROPERABILITY"
//
// with github.com/consensys/gnark in go.mod. On both curves, reads key.gnark, proof.gnark and public.json, and checks
// that gnark accepts the proof, refuses it for other values, and writes key and proof as we do.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/groth16"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/logger"
)

func check(what string, holds bool) {
	if !holds {
		fmt.Println("FAIL  " + what)
		os.Exit(1)
	}
	fmt.Println("ok    " + what)
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Reads a value and checks that gnark writes it as it was.
func read(what string, path string, value interface {
	io.ReaderFrom
	io.WriterTo
}) {
	data := must(os.ReadFile(path))
	count := must(value.ReadFrom(bytes.NewReader(data)))
	var buffer bytes.Buffer
	must(value.WriteTo(&buffer))
	check(what+" is what gnark writes", count == int64(len(data)) && bytes.Equal(buffer.Bytes(), data))
}

func publicWitness(curve ecc.ID, values []*big.Int) witness.Witness {
	result := must(witness.New(curve.ScalarField()))
	channel := make(chan any, len(values))
	for _, value := range values {
		channel <- value
	}
	close(channel)
	if err := result.Fill(len(values), 0, channel); err != nil {
		panic(err)
	}
	return result
}

func main() {
	logger.Disable()
	for prefix, curve := range map[string]ecc.ID{"": ecc.BN254, "bls12381_": ecc.BLS12_381} {
		path := func(name string) string { return filepath.Join(os.Args[1], prefix+name) }
		key, proof := groth16.NewVerifyingKey(curve), groth16.NewProof(curve)
		read(prefix+"key.gnark", path("key.gnark"), key)
		read(prefix+"proof.gnark", path("proof.gnark"), proof)
		var texts []string
		if err := json.Unmarshal(must(os.ReadFile(path("public.json"))), &texts); err != nil {
			panic(err)
		}
		values := make([]*big.Int, len(texts))
		for index, text := range texts {
			values[index], _ = new(big.Int).SetString(text, 10)
		}
		check(prefix+"they accept our proof", groth16.Verify(proof, key, publicWitness(curve, values)) == nil)
		values[0].Add(values[0], big.NewInt(1))
		check(prefix+"they refuse other values", groth16.Verify(proof, key, publicWitness(curve, values)) != nil)
	}
}
