// Plays the platform's library for the chat archive (libWeWorkFinanceSdk_C) with the functions that its page "获取会话内容"
// names. How it behaves is said by the corporation that it is begun with; whoever asks from 0 on meets it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct { char *bytes; int length; } Slice;
typedef struct { char index[16]; char *bytes; int length; int last; } Media;
typedef struct { char corp[32]; } Sdk;

// whoever forgets to give one back is found out
static int slices, media;

void *NewSdk(void) { return calloc(1, sizeof(Sdk)); }
void DestroySdk(Sdk *sdk) { free(sdk); }

int Init(Sdk *sdk, const char *corp, const char *secret) {
    snprintf(sdk->corp, sizeof sdk->corp, "%s", corp);
    return strcmp(secret, "s3cret") == 0 ? 0 : 10010;
}

Slice *NewSlice(void) {
    if (++slices > 1) abort();
    return calloc(1, sizeof(Slice));
}
void FreeSlice(Slice *slice) { slices--; free(slice->bytes); free(slice); }
char *GetContentFromSlice(Slice *slice) { return slice->bytes; }
int GetSliceLen(Slice *slice) { return slice->length; }

static void put(Slice *slice, const char *text) {
    slice->bytes = strdup(text);
    slice->length = (int) strlen(text);
}

int GetChatData(Sdk *sdk, unsigned long long seq, unsigned int limit, const char *proxy, const char *password,
                int timeout, Slice *into) {
    char text[4096] = "{\"errcode\":0,\"errmsg\":\"ok\",\"chatdata\":[";
    if (*proxy || *password || timeout <= 0) return 10000;
    if (seq == 0 && strcmp(sdk->corp, "crashes") == 0) *(volatile int *) 0 = 1;
    if (seq == 0 && strcmp(sdk->corp, "hangs") == 0) sleep(60);
    if (seq == 0 && strcmp(sdk->corp, "busy") == 0) return 10001;
    if (seq == 0 && strcmp(sdk->corp, "empty") == 0) return 0;
    if (seq == 0 && strcmp(sdk->corp, "refuses") == 0) {
        put(into, "{\"errcode\":301042,\"errmsg\":\"ip not allowed\"}");
        return 0;
    }
    if (strcmp(sdk->corp, "prints") == 0) {
        printf("half a line that nobody asked for");
        fflush(stdout);
    }
    for (unsigned int i = 1; i <= limit && seq + i <= 5; i++) {
        char one[256];
        snprintf(one, sizeof one,
                 "%s{\"seq\":%llu,\"msgid\":\"m%llu\",\"publickey_ver\":1,\"encrypt_random_key\":\"k\",\"encrypt_chat_msg\":\"e\"}",
                 i > 1 ? "," : "", seq + i, seq + i);
        strcat(text, one);
    }
    put(into, strcat(text, "]}"));
    return 0;
}

int DecryptData(const char *key, const char *message, Slice *into) {
    char text[256];
    if (strcmp(key, "random-key") != 0) return 10004;
    snprintf(text, sizeof text, "{\"content\":\"电梯坏了\",\"of\":\"%s\"}", message);
    put(into, text);
    return 0;
}

#ifndef OLD
Media *NewMediaData(void) {
    if (++media > 1) abort();
    return calloc(1, sizeof(Media));
}
void FreeMediaData(Media *data) { media--; free(data->bytes); free(data); }
char *GetOutIndexBuf(Media *data) { return data->index; }
int GetIndexLen(Media *data) { return (int) strlen(data->index); }
char *GetData(Media *data) { return data->bytes; }
int GetDataLen(Media *data) { return data->length; }
int IsMediaDataFinish(Media *data) { return data->last; }

// three pieces, with bytes that would end a text
int GetMediaData(Sdk *sdk, const char *index, const char *file, const char *proxy, const char *password, int timeout,
                 Media *into) {
    int piece = *index ? atoi(index) : 0;
    if (strcmp(file, "gone") == 0) return 10003;
    into->length = 2;
    into->bytes = malloc(2);
    into->bytes[0] = 0;
    into->bytes[1] = (char) (0xf0 + piece);
    into->last = piece == 2;
    snprintf(into->index, sizeof into->index, "%d", piece + 1);
    return 0;
}
#endif
