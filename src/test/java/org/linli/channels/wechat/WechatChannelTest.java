package org.linli.channels.wechat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.linli.channels.Channel;
import org.linli.channels.Outbound;
import org.linli.channels.PlatformContract;
import org.linli.channels.WebhookRequest;

class WechatChannelTest implements PlatformContract {

    private static Workbench workbench;
    private StandInWechat wechat;
    private Channel channel;

    @BeforeAll
    static void startRedis() {
        workbench = new Workbench();
    }

    @AfterAll
    static void stopRedis() {
        workbench.close();
    }

    @BeforeEach
    void connect() {
        wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET);
        channel = workbench.replica(wechat.base());
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return Workbench.CALLS.account();
    }

    @Override
    public Outbound anyOutbound() {
        return Workbench.letter("您反映的电梯问题已受理。");
    }

    @Override
    public StandIn platform() {
        return wechat;
    }

    @Override
    public WebhookRequest genuine(String text) {
        return Workbench.CALLS.safe(WechatCalls.text("oResident1", "1", text)).request();
    }

    @Override
    public WebhookRequest tampered(String text) {
        var call = Workbench.CALLS.safe(WechatCalls.text("oResident1", "1", text));
        return call.withBody(call.body().replace("<Encrypt><![CDATA[", "<Encrypt><![CDATA[A"))
                .request();
    }

    @Override
    public WebhookRequest invented(String kind) {
        return Workbench.CALLS.safe(WechatCalls.message("oResident1", kind, "")).request();
    }
}
