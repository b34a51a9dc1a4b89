package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {

    @Test
    void aDatabaseIsNamedInFull() {
        assertThat(DatabaseUrl.parse("postgresql://linli:p%40ss+1@db.example:5433/homes"))
                .isEqualTo(new DatabaseUrl("db.example", 5433, "homes", "linli", "p@ss+1"));
    }

    @Test
    void portAndPasswordMayBeLeftOut() {
        assertThat(DatabaseUrl.parse("postgres://linli@db.example/homes"))
                .isEqualTo(new DatabaseUrl("db.example", 5432, "homes", "linli", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a:topsecret@b/c",
                "postgresql://a:topsecret@b",
                "a:topsecret",
                "postgresql://a b:topsecret@c/d",
                "postgresql://host/name"
            })
    void aWrongDatabaseAddressIsExplainedWithoutItsPassword(String wrong) {
        assertThatThrownBy(() -> DatabaseUrl.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:port/name")
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }

    @Test
    void aRedisNeedsOnlyItsHost() {
        assertThat(RedisUrl.parse("redis://cache.example"))
                .isEqualTo(new RedisUrl("cache.example", 6379, 0, null, null));
    }

    @Test
    void aRedisMayHaveUserPasswordPortAndDatabase() {
        assertThat(RedisUrl.parse("redis://linli:p%3Ass@cache.example:6380/2"))
                .isEqualTo(new RedisUrl("cache.example", 6380, 2, "linli", "p:ss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://:topsecret@b", "redis://:topsecret@b/two", "redis//topsecret", "redis://a b"})
    void aWrongRedisAddressIsExplainedWithoutItsPassword(String wrong) {
        assertThatThrownBy(() -> RedisUrl.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://user:password@host:port/database")
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }
}
