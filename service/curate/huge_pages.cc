// Learning reads weights all over megabytes: in pages of 2 MiB a tenth of it is saved. jemalloc
// reads its settings from this name, before main begins.
extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
