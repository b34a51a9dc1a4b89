package org.linli.channels.wecom.robot;

import java.time.Duration;
import java.util.List;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.ShownPictures;
import org.linli.channels.Way;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Rejections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Groups that are only told something: nobody in them is heard.
@Component
class RobotChannel implements Channel {

    private final Way plain;

    RobotChannel(Robots robots, PostByRobot posts, List<ShownPictures> pictures) {
        this.plain = Ways.groups(robots, posts, pictures);
    }

    @Override
    public ChannelId id() {
        return Robots.GROUPS;
    }

    @Override
    public Limits limits() {
        return new Limits(plain.limits().textBytes(), Duration.ZERO);
    }

    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.error(Rejections::unknownAccount);
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return plain.send(message);
    }

    /// A robot speaks in groups of its own, and in those where an AI bot hears.
    @Configuration(proxyBeanMethods = false)
    static class Ways {

        static Way groups(Robots robots, PostByRobot posts, List<ShownPictures> pictures) {
            return new SendByRobot("wecom.robot", Robots.GROUPS, robots, posts, pictures);
        }

        @Bean
        Way wecomRobot(Robots robots, PostByRobot posts, List<ShownPictures> pictures) {
            return groups(robots, posts, pictures);
        }

        @Bean
        Way wecomRobotBesideBot(Robots robots, PostByRobot posts, List<ShownPictures> pictures) {
            return new SendByRobot("wecom-bot.robot", Robots.BOTS, robots, posts, pictures);
        }
    }
}
