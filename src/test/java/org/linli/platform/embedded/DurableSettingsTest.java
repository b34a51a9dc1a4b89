package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@LinliTest
class DurableSettingsTest {

    @Autowired
    DatabaseClient database;

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void theEmbeddedServerKeepsWhatItAcknowledged(String setting) {
        String reported = database.sql("select current_setting($1)")
                .bind(0, setting)
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(60));

        assertThat(reported).isEqualTo("on");
    }
}
