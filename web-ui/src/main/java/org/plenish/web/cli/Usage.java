package org.plenish.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command demands of its options beyond their types. */
record Usage(CommandSpec spec) {

    /** @throws ParameterException with the message, unless {@code holds} */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /**
     * @param threads null: as many as the machine has processors
     * @throws ParameterException if fewer than 1
     */
    int threads(@Nullable Integer threads) {
        int used = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        require(used >= 1, "--threads: " + used + " must be 1 or more.");
        return used;
    }

    /** @throws ParameterException if files cannot be put there */
    OutputFolder outputFolder(Path out) {
        try {
            return new OutputFolder(out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--out: " + e.getMessage(), e);
        }
    }

    /** @throws ParameterException if no file can be put there */
    OutputFile outputFile(Path out) {
        try {
            return new OutputFile(out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--out: " + e.getMessage(), e);
        }
    }

    /** @throws ParameterException if something lies there already */
    void requireVacant(Path out) throws IOException {
        OutputFolder folder = outputFolder(out);
        require(folder.isVacant(), "--out: " + out + " must be a new or an empty folder. Maybe name another one.");
    }
}
