package org.linli.bench.portal;

import me.chanjar.weixin.mp.api.WxMpMessageHandler;
import me.chanjar.weixin.mp.api.WxMpMessageRouter;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.linli.channels.wechat.WechatCalls;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;

/// The account, its router and the one thing that is done with a message: it is stored and thanked for.
@Profile(Portal.PROFILE)
@Configuration(proxyBeanMethods = false)
class Wechat {

    private static final String TABLE = """
            create table if not exists messages (
                id bigint generated always as identity primary key,
                msg_id bigint not null, openid text not null, content text not null,
                received_at timestamptz not null default now(), unique (openid, msg_id))
            """;

    private static final String INSERT =
            "insert into messages (msg_id, openid, content) values (?, ?, ?) on conflict do nothing";

    @Bean
    WxMpService wxMpService() {
        var calls = WechatCalls.DEMO;
        var config = new WxMpDefaultConfigImpl();
        config.setAppId(calls.appId());
        config.setSecret("secret");
        config.setToken(calls.token());
        config.setAesKey(calls.aesKey());
        var service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        return service;
    }

    /// A rule that logs beside the others, and one for all that is said: the demo's, but for its many events.
    @Bean
    WxMpMessageRouter messageRouter(WxMpService service, JdbcTemplate database) {
        var router = new WxMpMessageRouter(service);
        router.rule().handler((_, _, _, _) -> null).next();
        router.rule().async(false).handler(store(database)).end();
        return router;
    }

    @Bean
    CommandLineRunner table(JdbcTemplate database) {
        return _ -> database.execute(TABLE);
    }

    private static WxMpMessageHandler store(JdbcTemplate database) {
        return (message, _, _, _) -> {
            database.update(INSERT, message.getMsgId(), message.getFromUser(), message.getContent());
            return thanks(message);
        };
    }

    private static WxMpXmlOutMessage thanks(WxMpXmlMessage message) {
        return WxMpXmlOutMessage.TEXT()
                .content("收到，谢谢您。")
                .fromUser(message.getToUser())
                .toUser(message.getFromUser())
                .build();
    }
}
