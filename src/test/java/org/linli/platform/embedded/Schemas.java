package org.linli.platform.embedded;

/// All tables of the program in a database of the test's own.
public final class Schemas {

    private Schemas() {}

    /// @param url as `LINLI_DATABASE_URL` takes it
    public static void bringUpToDate(String url) {
        new MigrateSchemas(DatabaseUrl.parse(url)).run();
    }
}
