package org.linli.channels.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServersOfThePlatformTest {

    private final ServersOfThePlatform servers = new ServersOfThePlatform(URI.create("https://api.weixin.qq.com"));

    @ParameterizedTest
    @CsvSource({
        "http://mmbiz.qpic.cn/mmbiz_jpg/a%2Fb/0,https://mmbiz.qpic.cn/mmbiz_jpg/a%2Fb/0",
        "http://mmbiz.qpic.cn:80/a?wx_fmt=png,https://mmbiz.qpic.cn/a?wx_fmt=png",
        "https://wx.qlogo.cn/mmopen/a/0,https://wx.qlogo.cn/mmopen/a/0",
        "https://p.qpic.cn:443/a,https://p.qpic.cn/a"
    })
    void aPictureIsAskedForByHttpsAlone(String written, URI asked) {
        assertThat(servers.picture(written)).contains(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mmbiz.qpic.cn:6379/a",
                "https://mmbiz.qpic.cn:8443/a",
                "http://mmbiz.qpic.cn:443/a",
                "ftp://mmbiz.qpic.cn/a",
                "https://x@mmbiz.qpic.cn/a",
                "https://myqq.com/a",
                "https://qpic.cn.example.com/a",
                "http://203.205.137.89/vweixinp.tc.qq.com/a.mp4",
                "mmbiz.qpic.cn/a",
                "no address",
                ""
            })
    void nobodyElseIsAskedForAPicture(String written) {
        assertThat(servers.picture(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.205.137.89/vweixinp.tc.qq.com/1007_a.f10.mp4?vkey=1&save=1",
                "http://vweixinp.tc.qq.com/1007_a.f10.mp4",
                "https://mp.weixin.qq.com/mp/video?a=b"
            })
    void aFilmIsAskedForAsItsAddressSays(String written) {
        assertThat(servers.film(written)).contains(URI.create(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/vweixinp.tc.qq.com/a.mp4",
                "http://169.254.169.254/vweixinp.tc.qq.com/a.mp4",
                "http://999.205.137.89/vweixinp.tc.qq.com/a.mp4",
                "http://203.205.137.89:8080/vweixinp.tc.qq.com/a.mp4",
                "http://203.205.137.89/a.mp4",
                "http://vweixinp.tc.qq.com:6379/a.mp4",
                "http://vweixinp.tc.qq.com.example.com/a.mp4"
            })
    void noFilmLeadsIntoANetworkOfOurs(String written) {
        assertThat(servers.film(written)).isEmpty();
    }

    @Test
    void whereTheInterfaceIsAreFilesToo() {
        var gateway = new ServersOfThePlatform(URI.create("http://localhost:4711"));

        assertThat(gateway.picture("http://localhost:4711/a")).contains(URI.create("http://localhost:4711/a"));
        assertThat(gateway.picture("https://localhost:4711/a")).isEmpty();
        assertThat(gateway.picture("http://localhost:4712/a")).isEmpty();
        assertThat(gateway.film("http://localhost:4711/a")).isPresent();
    }
}
