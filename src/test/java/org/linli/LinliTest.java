package org.linli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.linli.platform.embedded.TestServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole program on a port of its own, on a real PostgreSQL and a real Redis.
///
/// All test classes share the two servers; each application context has a database of its own. Jobs run only where
/// a test says `@TestPropertySource(properties = "linli.jobs.enabled=true")`, otherwise it runs them by hand.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "linli.jobs.enabled=false",
            "linli.demo=false",
            "linli.demo-board=false",
            "linli.metrics-token=test-scrapes",
            "management.prometheus.metrics.export.enabled=true",
            "linli.stand-ins=false",
            // what tests learn lies apart from what `intents learn` keeps, where only the latest few stay
            "linli.understanding.cache=target/models",
            "linli.understanding.learnt=data/models",
            // a machine that is busy with something else is no fault
            "spring.data.redis.timeout=15s",
            "spring.test.webtestclient.timeout=30s",
            "linli.stand-ins-anywhere=true",
            // dozens of contexts end one after the other
            "spring.reactor.netty.shutdown-quiet-period=0s",
            // a context that rests leaves the server's connections to the others
            "spring.r2dbc.pool.initial-size=1",
            "spring.r2dbc.pool.max-idle-time=5s"
        })
@AutoConfigureWebTestClient
@ContextConfiguration(initializers = TestServers.class)
@Import({ReadAnswers.class, QuickPasswords.class})
public @interface LinliTest {}
