package org.linli.web.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0 | EDGE | WINDOWS",
                "Mozilla/5.0 (Linux; Android 14; 2312) Chrome/126 Mobile Safari/537.36 MicroMessenger/8.0.50 | WECHAT | ANDROID",
                "Mozilla/5.0 (Linux; Android 14) Chrome/126 Safari/537.36 wxwork/4.1 MicroMessenger/7.0.1 | WECOM | ANDROID",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1 | SAFARI | IPHONE",
                "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0 | FIREFOX | LINUX",
                "curl/8 | OTHER | OTHER",
            })
    void isToldByWhatBrowsersSay(String told, Device.Program program, Device.System system) {
        assertThat(Device.of(told)).isEqualTo(new Device(program, system));
        assertThat(Device.parse(Device.of(told).text())).isEqualTo(Device.of(told));
    }

    @Test
    void isUnknownWhereNothingOrNonsenseIsTold() {
        assertThat(Device.of(null))
                .isEqualTo(Device.parse("a word of tomorrow"))
                .isEqualTo(Device.parse(null));
    }
}
