// What mediasoup's worker/meson.build asks of its subprojects, answered with the system's libraries.
const header = (...lines) => ['#pragma once', ...lines, ''].join('\n');
const project = (name, ...lines) => [`project('${name}', 'c', 'cpp')`, ...lines, ''].join('\n');
/** subproject → file → text; mediasoup builds against these instead of downloaded sources. */
export const shims = {
  libuv: {
    'meson.build': project('libuv', 'libuv = []', `libuv_dep = dependency('libuv')`),
    'meson_options.txt': `option('build_tests', type: 'boolean')\noption('build_benchmarks', type: 'boolean')\n`,
  },
  openssl: { 'meson.build': project('openssl', 'libcrypto_lib = []', 'libssl_lib = []', `openssl_dep = dependency('openssl')`) },
  flatbuffers: { 'meson.build': project('flatbuffers', 'flatbuffers_lib = []', `flatbuffers_dep = dependency('flatbuffers')`) },
  'abseil-cpp': {
    // libwebrtc needs four names of it, all of them in C++17's standard library.
    'meson.build': project(
      'abseil-cpp',
      'absl_container_lib = []',
      `absl_container_dep = declare_dependency(include_directories: include_directories('include'))`,
      'absl_strings_dep = absl_container_dep',
      'absl_types_dep = absl_container_dep',
    ),
    'include/absl/types/optional.h': header(
      '#include <optional>',
      'namespace absl { using std::nullopt; using std::nullopt_t; using std::optional; }',
    ),
    'include/absl/memory/memory.h': header('#include <memory>', 'namespace absl { using std::make_unique; }'),
    'include/absl/strings/string_view.h': header('#include <string_view>', 'namespace absl { using std::string_view; }'),
    'include/absl/strings/match.h': header('#include "absl/strings/string_view.h"'),
  },
  'unordered-dense': {
    'meson.build': project(
      'unordered_dense',
      `ankerl_unordered_dense_dep = declare_dependency(include_directories: include_directories('include'))`,
    ),
    'include/ankerl/unordered_dense.h': header(
      '#include <functional>',
      '#include <unordered_map>',
      '#include <unordered_set>',
      'namespace ankerl::unordered_dense {',
      'template<typename T> using hash = std::hash<T>;',
      'template<typename K, typename V, typename H = hash<K>, typename E = std::equal_to<K>> using map = std::unordered_map<K, V, H, E>;',
      'template<typename K, typename H = hash<K>, typename E = std::equal_to<K>> using set = std::unordered_set<K, H, E>;',
      '}',
    ),
  },
  libsrtp3: {
    'meson.build': project(
      'libsrtp3',
      'libsrtp3 = []',
      `libsrtp3_dep = declare_dependency(include_directories: include_directories('include'), dependencies: dependency('libsrtp2'))`,
    ),
    'meson_options.txt': `option('crypto-library', type: 'string')\noption('crypto-library-kdf', type: 'feature')\noption('tests', type: 'feature')\n`,
    // libsrtp 3's interface, as far as mediasoup uses it, over libsrtp 2 (which works in place).
    'include/srtp.h': header(
      '#include <srtp2/srtp.h>',
      '#include <cstdint>',
      '#include <cstring>',
      '#include <new>',
      'constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);',
      'constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);',
      'struct Srtp3Policy { ::srtp_policy_t v2{}; unsigned char key[SRTP_MAX_KEY_LEN]{}; };',
      'using Srtp3PolicyPtr = Srtp3Policy*;',
      'inline srtp_err_status_t srtp_policy_create(Srtp3PolicyPtr* p) { *p = new (std::nothrow) Srtp3Policy(); return *p ? srtp_err_status_ok : srtp_err_status_alloc_fail; }',
      'inline void srtp_policy_destroy(Srtp3PolicyPtr p) { if (p) { volatile unsigned char* k = p->key; for (size_t i = 0; i < sizeof(p->key); ++i) { k[i] = 0; } } delete p; }',
      'inline srtp_err_status_t srtp_policy_set_ssrc(Srtp3PolicyPtr p, srtp_ssrc_t ssrc) { p->v2.ssrc = ssrc; return srtp_err_status_ok; }',
      'inline srtp_err_status_t srtp_policy_set_profile(Srtp3PolicyPtr p, srtp_profile_t profile) {',
      '  const auto err = srtp_crypto_policy_set_from_profile_for_rtp(&p->v2.rtp, profile);',
      '  return err ? err : srtp_crypto_policy_set_from_profile_for_rtcp(&p->v2.rtcp, profile);',
      '}',
      'inline srtp_err_status_t srtp_policy_add_key(Srtp3PolicyPtr p, const uint8_t* key, size_t keyLen, const uint8_t* salt, size_t saltLen, const uint8_t* mki, size_t mkiLen) {',
      '  if (mki || mkiLen || keyLen + saltLen > sizeof(p->key)) { return srtp_err_status_bad_param; }',
      '  std::memcpy(p->key, key, keyLen); std::memcpy(p->key + keyLen, salt, saltLen); p->v2.key = p->key;',
      '  return srtp_err_status_ok;',
      '}',
      'inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(Srtp3PolicyPtr p, bool on) { p->v2.allow_repeat_tx = on; return srtp_err_status_ok; }',
      'inline srtp_err_status_t srtp_policy_set_window_size(Srtp3PolicyPtr p, size_t size) { p->v2.window_size = size; return srtp_err_status_ok; }',
      'inline srtp_err_status_t srtp_create(srtp_t* s, Srtp3PolicyPtr p) { return srtp_create(s, static_cast<const ::srtp_policy_t*>(&p->v2)); }',
      'inline srtp_err_status_t srtp_stream_remove(srtp_t s, uint32_t ssrc) { return srtp_remove_stream(s, ssrc); }',
      'using Srtp2Function = srtp_err_status_t (*)(srtp_t, void*, int*);',
      'inline srtp_err_status_t srtp2InPlace(Srtp2Function f, size_t grows, srtp_t s, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen) {',
      '  if (inLen > 65535 || inLen + grows > *outLen) { return srtp_err_status_buffer_small; }',
      '  if (in != out) { std::memcpy(out, in, inLen); }',
      '  int len = static_cast<int>(inLen);',
      '  const auto err = f(s, out, &len);',
      '  if (!err) { *outLen = static_cast<size_t>(len); }',
      '  return err;',
      '}',
      ...['', '_rtcp'].flatMap((x) => [
        `inline srtp_err_status_t srtp_protect${x}(srtp_t s, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t /*mki*/) { return srtp2InPlace(static_cast<Srtp2Function>(srtp_protect${x}), SRTP_MAX_TRAILER_LEN, s, in, inLen, out, outLen); }`,
        `inline srtp_err_status_t srtp_unprotect${x}(srtp_t s, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen) { return srtp2InPlace(static_cast<Srtp2Function>(srtp_unprotect${x}), 0, s, in, inLen, out, outLen); }`,
      ]),
      '#define srtp_policy_t Srtp3PolicyPtr',
    ),
  },
};
