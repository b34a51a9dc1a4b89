package org.linli.channels.wecom;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.tencent.Require;
import org.linli.channels.tencent.Seal;
import org.linli.platform.database.CommunityId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One corporation (企业) of ours, as the platform's console shows it.
///
/// @param id        our own name for it
/// @param community whom its members and their talks belong to
/// @param apiBase   another than WeCom's own only in tests and behind a gateway
public record Corp(
        String id,
        String corpId,
        String community,
        @DefaultValue("https://qyapi.weixin.qq.com") URI apiBase,
        @DefaultValue List<App> apps,
        @DefaultValue List<Bot> bots,
        @DefaultValue List<Robot> robots) {

    public Corp {
        Require.id(id);
        Require.text(corpId, "corp-id", "[A-Za-z0-9_-]{1,64}", "like ww0123456789abcdef");
        Require.community(community);
        Require.apiBase(apiBase, "https://qyapi.weixin.qq.com");
        apps = List.copyOf(apps);
        bots = List.copyOf(bots);
        robots = List.copyOf(robots);
    }

    public CommunityId communityId() {
        return new CommunityId(community);
    }

    /// A self-built app (自建应用), to which members write in private.
    ///
    /// @param id                     part of the webhook's address, so it never changes
    /// @param secret                 with which it asks for its access token
    /// @param token                  with which calls are signed
    /// @param previousEncodingAesKey still accepted for a while after the key was changed
    public record App(
            String id,
            long agentId,
            String secret,
            String token,
            String encodingAesKey,
            @Nullable String previousEncodingAesKey) {

        public App {
            Require.id(id);
            requireAgent(agentId);
            Require.text(secret, "secret", "\\S{1,128}", "the Secret of the app, without spaces");
            requireSeal(token, encodingAesKey, previousEncodingAesKey);
        }

        private static void requireAgent(long agentId) {
            if (agentId <= 0) {
                throw new IllegalArgumentException("agent-id is missing or no number (expected: like 1000002)");
            }
        }

        public Seal seal(String corpId) {
            return new Seal(token, Require.aesKeys(encodingAesKey, previousEncodingAesKey), corpId);
        }

        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    /// An AI bot (智能机器人), which is spoken to in groups and in private.
    ///
    /// @param id as for apps
    public record Bot(
            String id,
            String token,
            String encodingAesKey,
            @Nullable String previousEncodingAesKey) {

        public Bot {
            Require.id(id);
            requireSeal(token, encodingAesKey, previousEncodingAesKey);
        }

        /// The platform leaves the receiver of a bot's calls empty: its page "回调和回复的加解密方案".
        public Seal seal() {
            return new Seal(token, Require.aesKeys(encodingAesKey, previousEncodingAesKey), "");
        }

        @Override
        public String toString() {
            return "Bot[" + id + "]";
        }
    }

    /// A group robot (群机器人, 消息推送), which says something in its group and hears nothing.
    ///
    /// @param key   the secret part of its webhook's address
    /// @param chats ids of chats in which an AI bot of ours hears and this robot speaks; mostly none or one
    public record Robot(String id, String key, @DefaultValue List<String> chats) {

        public Robot {
            Require.id(id);
            Require.text(key, "key", "[A-Za-z0-9-]{8,64}", "what follows key= in the webhook's address");
            chats = List.copyOf(chats);
        }

        @Override
        public String toString() {
            return "Robot[" + id + "]";
        }
    }

    @Override
    public String toString() {
        return "Corp[" + id + "]";
    }

    private static void requireSeal(String token, String current, @Nullable String previous) {
        Require.token(token);
        if (Require.aesKeys(current, previous).isEmpty()) {
            throw new IllegalArgumentException("encoding-aes-key is missing (expected: 43 letters or digits)");
        }
    }
}
