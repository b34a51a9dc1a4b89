package org.linli.platform.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which servers to use.
///
/// @param data        folder of the embedded ones
/// @param databaseUrl `LINLI_DATABASE_URL`; empty: an embedded PostgreSQL
/// @param redisUrl    `LINLI_REDIS_URL`; empty: an embedded Redis
@ConfigurationProperties("linli")
record ServersProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String redisUrl) {

    boolean embedsSomething() {
        return databaseUrl.isBlank() || redisUrl.isBlank();
    }

    @Override
    public String toString() {
        return "ServersProperties[" + data + "]";
    }
}
