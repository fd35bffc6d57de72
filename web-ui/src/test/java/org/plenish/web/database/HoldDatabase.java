package org.plenish.web.database;

import java.nio.file.Path;
import org.plenish.web.shared.ProductVersion;

/** A program that starts the database of a folder, says where it is, and waits to be killed. */
final class HoldDatabase {

    private HoldDatabase() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(Path.of(args[0]), ProductVersion.read().postgres());
        // The test that starts this program reads the line to know when to kill it.
        System.out.println("READY " + postgres.jdbcUrl());
        Thread.sleep(Long.MAX_VALUE);
    }
}
