package org.linli.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.embedded.RedisUrl.Form;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;

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
                "postgresql://host/name",
                "postgresql://a:topsecret@b/c?sslmode=prefer",
                "postgresql://a:topsecret@b/c?sslmode=require&target=any",
                "postgresql://a:topsecret@b/c?sslrootcert=/etc/ca.pem",
                "postgresql://a:topsecret@b/c?sslmode=require&sslrootcert=/etc/ca.pem",
                "postgresql://a:p@b/c?sslmode=verify-ca&sslrootcert=topsecret%00"
            })
    void aWrongDatabaseAddressIsExplainedWithoutItsPassword(String wrong) {
        assertThatThrownBy(() -> DatabaseUrl.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:port/name")
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }

    @Test
    void theLineToADatabaseMayBeSecret() {
        var url = DatabaseUrl.parse(
                "postgresql://linli:p@db.example/homes?sslmode=verify-full&sslrootcert=/etc/a%20b.pem");

        assertThat(url.tls()).isEqualTo(new Tls(Tls.Mode.VERIFY_FULL, Path.of("/etc/a b.pem")));
        assertThat(url.jdbc())
                .isEqualTo("jdbc:postgresql://db.example:5432/homes?sslmode=verify-full&sslrootcert=%2Fetc%2Fa+b.pem");
        assertThat(DatabaseUrl.parse("postgresql://linli@db.example/homes?sslmode=require")
                        .jdbc())
                .endsWith("/homes?sslmode=require");
        assertThat(DatabaseUrl.parse("postgresql://linli@db.example/homes?sslmode=verify-ca")
                        .jdbc())
                .endsWith("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(DatabaseUrl.parse("postgresql://linli@db.example/homes?sslmode=disable")
                        .tls())
                .isEqualTo(Tls.OFF);
    }

    @Test
    void aRedisMayBeSignedByAnAuthorityOfOnesOwn() {
        assertThat(RedisUrl.parse("rediss://:p@cache.example?sslrootcert=ca.pem")
                        .nodes())
                .extracting(RedisUrl.Node::host)
                .containsExactly("cache.example");
        assertThat(RedisUrl.parse("rediss://:p@cache.example?sslrootcert=/etc/ca.pem")
                        .authority())
                .isEqualTo(Path.of("/etc/ca.pem"));
        assertThat(RedisUrl.parse("rediss-cluster://one,two?sslrootcert=/etc/ca.pem")
                        .getSslBundle())
                .isNotNull();
    }

    @Test
    void aRedisNeedsOnlyItsHost() {
        assertThat(RedisUrl.parse("redis://cache.example")).isEqualTo(RedisUrl.one("cache.example", 6379, null));
    }

    @Test
    void aRedisMayHaveUserPasswordPortAndDatabase() {
        assertThat(RedisUrl.parse("redis://linli:p%3Ass@cache.example:6380/2"))
                .isEqualTo(new RedisUrl(
                        Form.ONE, false, List.of(new Node("cache.example", 6380)), 2, "", "linli", "p:ss"));
    }

    @Test
    void sentinelsTellWhichServerIsTheMaster() {
        var url = RedisUrl.parse("redis-sentinel://:pass@one:26380,two/1#town");

        assertThat(url)
                .isEqualTo(new RedisUrl(
                        Form.SENTINEL,
                        false,
                        List.of(new Node("one", 26380), new Node("two", 26379)),
                        1,
                        "town",
                        null,
                        "pass"));
        assertThat(url.getStandalone()).isNull();
        assertThat(url.getSentinel()).isNotNull();
    }

    @Test
    void aClusterIsFoundByAnyOfItsNodes() {
        var url = RedisUrl.parse("rediss-cluster://one:7001,two:7002,three");

        assertThat(url.nodes()).containsExactly(new Node("one", 7001), new Node("two", 7002), new Node("three", 6379));
        assertThat(url.getCluster()).isNotNull();
        assertThat(url.getSslBundle()).as("TLS").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:topsecret@b",
                "redis://:topsecret@b/two",
                "redis//topsecret",
                "redis://a b",
                "redis://:topsecret@a,b",
                "redis-sentinel://:topsecret@a,b",
                "redis-cluster://:topsecret@a,b/3",
                "redis://:topsecret@a?sslrootcert=/etc/ca.pem",
                "redis://:topsecret@a?sslrootcert=ca.pem",
                "rediss://:p@a?sslrootcert=topsecret%00",
                "redis://:%topsecret@a"
            })
    void aWrongRedisAddressIsExplainedWithoutItsPassword(String wrong) {
        assertThatThrownBy(() -> RedisUrl.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://user:password@host:port/database")
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }
}
