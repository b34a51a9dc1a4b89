package org.linli.platform.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class SafeTargetsTest {

    private final SafeTargets strict = new SafeTargets(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "https://user:secret@example.org/",
                "ftp://example.org/",
                "http://localhost:8080/",
                "https:///nowhere",
                "file:///etc/passwd"
            })
    void whatIsNotHttpsMayNotBeCalled(String url) {
        assertThat(strict.mayBe(URI.create(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[2002:a00:1::]/",
                "https://[64:ff9b::a00:1]/",
                "https://2130706433/"
            })
    void anAddressThatOnlyWeCanReachIsNotCalled(String url) {
        strict.resolve(URI.create(url)).as(StepVerifier::create).verifyError(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "203.107.1.33", "2606:4700:4700::1111", "240e:4c:4008::1"})
    void everybodysAddressesAreCalled(String address) throws UnknownHostException {
        assertThat(SafeTargets.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void toTryHooksTheyMayLeadToThisMachineAndToNoOther() {
        var trying = new SafeTargets(true);

        trying.resolve(URI.create("http://localhost:9999/hook"))
                .as(StepVerifier::create)
                .expectNextMatches(it -> it.getPort() == 9999 && it.getAddress().isLoopbackAddress())
                .verifyComplete();
        trying.resolve(URI.create("https://192.168.1.1/"))
                .as(StepVerifier::create)
                .verifyError(UnknownHostException.class);
        assertThat(trying.mayBe(URI.create("http://example.org/"))).isFalse();
    }
}
